/** A text of the machine by its key; evaluated to parts in the contact's language when the action is collected. */
export interface TextRef {
  text: string;
}
