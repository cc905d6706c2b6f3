/**
 * Something an author asked for could not be done, and why is for the author: the message is a whole sentence that says so without any
 * secret or value. Whoever catches it shows the message; any other error is a fault of ours.
 */
export class AuthorError extends Error {
  override name = 'AuthorError';
}
