/** Thrown while evaluating, caught at the door of `prepareExpression`: an evaluation error leaves as data. */
export class Failure extends Error {}
