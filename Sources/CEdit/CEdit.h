// The line editor of libedit, for Swift, which calls no variadic functions.
#ifndef SYRINX_CEDIT_H
#define SYRINX_CEDIT_H

#include <histedit.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

typedef char *(*syrinx_edit_prompt)(EditLine *);
typedef int (*syrinx_edit_read)(EditLine *, wchar_t *);
typedef unsigned char (*syrinx_edit_function)(EditLine *, int);

/// An editor on the standard streams, with Emacs keys, which leaves signals to the program; NULL if it cannot be made.
static inline EditLine *syrinx_edit_open(const char *program, void *owner) {
  EditLine *editor = el_init(program, stdin, stdout, stderr);
  if (editor) {
    el_set(editor, EL_SIGNAL, 0);
    el_set(editor, EL_EDITOR, "emacs");
    el_set(editor, EL_CLIENTDATA, owner);
  }
  return editor;
}

/// What was given to `syrinx_edit_open`.
static inline void *syrinx_edit_owner(EditLine *editor) {
  void *owner = NULL;
  el_get(editor, EL_CLIENTDATA, &owner);
  return owner;
}

static inline void syrinx_edit_set_prompt(EditLine *editor, syrinx_edit_prompt prompt) {
  el_set(editor, EL_PROMPT, prompt);
}

/// The function gets one character from the terminal: 1, or 0 at its end, or -1.
static inline void syrinx_edit_set_reader(EditLine *editor, syrinx_edit_read reader) {
  el_set(editor, EL_GETCFN, reader);
}

/// Runs the function when the Tab key is pressed.
static inline void syrinx_edit_bind_tab(EditLine *editor, syrinx_edit_function function) {
  el_set(editor, EL_ADDFN, "syrinx-complete", "Completes the word", function);
  el_set(editor, EL_BIND, "^I", "syrinx-complete", (char *)NULL);
}

static inline void syrinx_edit_use_history(EditLine *editor, History *lines) {
  el_set(editor, EL_HIST, history, lines);
}

/// Reads the user's ~/.editrc; binds what terminals send for Home, End and Delete.
static inline void syrinx_edit_bind_keys(EditLine *editor) {
  el_source(editor, NULL);
  el_set(editor, EL_BIND, "\\e[1~", "ed-move-to-beg", (char *)NULL);
  el_set(editor, EL_BIND, "\\e[4~", "ed-move-to-end", (char *)NULL);
  el_set(editor, EL_BIND, "\\e[H", "ed-move-to-beg", (char *)NULL);
  el_set(editor, EL_BIND, "\\e[F", "ed-move-to-end", (char *)NULL);
  el_set(editor, EL_BIND, "\\e[3~", "ed-delete-next-char", (char *)NULL);
  el_set(editor, EL_BIND, "^R", "em-inc-search-prev", (char *)NULL);
}

/// Takes the terminal over again, after the process was stopped and somebody else had it.
static inline void syrinx_edit_take_terminal(EditLine *editor) {
  el_set(editor, EL_PREP_TERM, 0);
  el_set(editor, EL_PREP_TERM, 1);
}

/// Draws the prompt and the line anew.
static inline void syrinx_edit_redraw(EditLine *editor) { el_set(editor, EL_REFRESH); }

static inline History *syrinx_history_open(int lines) {
  History *past = history_init();
  HistEvent event;
  if (past) {
    history(past, &event, H_SETSIZE, lines);
    history(past, &event, H_SETUNIQUE, 1);
  }
  return past;
}

static inline void syrinx_history_add(History *past, const char *line) {
  HistEvent event;
  history(past, &event, H_ENTER, line);
}

/// Writes out what C's standard output holds back.
static inline void syrinx_flush_output(void) { fflush(stdout); }

/// How many columns the terminal has; 0 if the file is no terminal or does not know.
static inline int syrinx_terminal_columns(int file) {
  struct winsize size = {0};
  return ioctl(file, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static inline int syrinx_terminal_rows(int file) {
  struct winsize size = {0};
  return ioctl(file, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

#endif
