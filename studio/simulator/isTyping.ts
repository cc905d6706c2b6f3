/** Whether keys belong to a text under work: a field with something in it. */
export function isTyping(target: EventTarget): boolean {
  const writes = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'checkbox');
  return writes && target.value !== '';
}
