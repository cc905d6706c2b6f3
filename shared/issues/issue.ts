/** How bad: an error is true on every path and blocks publishing; a warning is true on some path; info is degraded by rule. */
export type Severity = 'error' | 'warning' | 'info';

/** What a fix does to one flow, as ops-to-be. */
export interface Change {
  /** What it does, in few words for a person: the link that does it. */
  label: string;
  /** The flow it changes; unset = the one its issue is in. */
  flow?: string;
  /** Sets values in the flow, by path; without a value, what stands there is taken away. */
  set?: { path: string[]; value?: unknown }[];
  /** Ids of nodes to delete; what led to them leads on, as it does when an author deletes them. */
  remove?: string[];
}

/** One change that mends an issue and brings no new error: the studio offers it as a link beside the issue. */
export interface Fix extends Change {
  /** The other thing the author may have meant, offered after it. */
  or?: Change;
}

/** One thing the proof found, as data: shown on the node, listed under the canvas, returned by verify and publish. */
export interface Issue {
  /** The check that found it, e.g. `unreachable`. */
  check: string;
  severity: Severity;
  /** Id of the flow it is in. */
  flow: string;
  nodeId?: string;
  edgeId?: string;
  /** Path of the field in the node's data, joined by dots; or of the settings when there is no node. */
  field?: string;
  /** Which variable it is about, where one field may have an issue for each of several. */
  variable?: string;
  /** One plain sentence: what people who chat lose. */
  message: string;
  /** The same said at the field itself, where its node and what was typed are before one's eyes. Unset = as everywhere. */
  here?: string;
  fix?: Fix;
}

/** A stable name for an issue, the same as long as its cause is: what `acceptWarnings` lists. */
export function issueKey(issue: Issue): string {
  return [issue.check, issue.flow, issue.nodeId ?? '', issue.edgeId ?? '', issue.field ?? '', ...(issue.variable === undefined ? [] : [issue.variable])].join(':');
}
