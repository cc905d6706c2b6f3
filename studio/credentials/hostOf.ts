/** The host an address is sent to, with its port; undefined where it is not an address of the web, or a variable decides. */
export function hostOf(address: string): string | undefined {
  const [, host] = /^https?:\/\/(?:[^/?#\s@{}]*@)?([^/?#\s@{}]+)(?=[/?#]|$)/i.exec(address.trim()) ?? [];
  return host?.toLowerCase();
}
