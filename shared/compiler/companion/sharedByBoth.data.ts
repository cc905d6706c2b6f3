/** What engine and emitted code have in common, so that no difference can show there; printed with every proof. */
export const sharedByBoth = [
  'the expression language with its functions and texts', 'the recognisers of answers and the folding of words',
  'the check that a value fits its type', 'the caps themselves', 'the reading of dates and durations',
  'the shares contacts belong to',
];
