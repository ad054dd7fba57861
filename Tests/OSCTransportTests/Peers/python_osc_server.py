"""A python-osc server: python_osc_server.py udp|tcp-1.0|tcp-1.1

Prints its port. Compares each /every with what it should hold, and answers with every type that python-osc's servers
can reply with, or with what is wrong.
"""

import sys

from pythonosc import osc_server, osc_tcp_server
from pythonosc.dispatcher import Dispatcher

from python_osc_types import EVERY, difference

REPLY = [value for kind, value in EVERY if kind not in "dr"]


def answer(_address, *arguments):
    wrong = difference(arguments, with_time=True)
    return ("/wrong", wrong) if wrong else ("/every.reply", *REPLY)


dispatcher = Dispatcher()
dispatcher.map("/every", answer)
kind = sys.argv[1]
if kind == "udp":
    server = osc_server.BlockingOSCUDPServer(("127.0.0.1", 0), dispatcher)
else:
    server = osc_tcp_server.BlockingOSCTCPServer(("127.0.0.1", 0), dispatcher, mode=kind.removeprefix("tcp-"))
print(server.server_address[1], flush=True)
server.serve_forever()
