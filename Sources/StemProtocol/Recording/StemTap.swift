/// The place where a stem that is recorded by itself plays to.
struct StemTap {
  /// Of the mixer's buses.
  var number: Int
  /// Recordings that listen there.
  var users: Int
}
