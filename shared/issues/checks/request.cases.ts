import type { CheckCases } from '../cases.ts';

const look = (url: string, more = {}) => ({
  variables: { where: 'text', eta: 'text' }, nodes: { start: 'start', look: { http: { url, ...more } }, bye: 'end' }, edges: ['start -> look', 'look.ok -> bye'],
});
const header = (name: string) => look('https://api.example.org/', { headers: { h: { name, value: 'x', order: 1 } } });
const credentials = [{ id: 'crm', name: 'CRM', hosts: ['api.example.org', 'api.example.org:8443'] }];

/** A plugin that tells another system where to call back. */
const told = (url: string, more = {}) => ({
  nodes: { start: 'start', pay: { plugin: JSON.parse(JSON.stringify({ plugin: { key: 'pay', version: 1, name: 'Pay', kind: 'callback', url, codes: { c: { code: 'paid', order: 1 } } }, kind: 'callback', ...more })) as object as never }, bye: 'end' }, edges: ['start -> pay', 'pay.c -> bye', 'pay.timeout -> bye'],
});

export const cases: CheckCases = {
  flags: [
    { why: 'no address', flow: look(''), severity: 'error', node: 'look', field: 'url', says: 'no address' },
    { why: 'an address without http', flow: look('api.example.org/x'), severity: 'error', node: 'look', field: 'url', says: 'https://' },
    { why: 'another kind of address', flow: look('ftp://api.example.org/'), severity: 'error', node: 'look', field: 'url' },
    { why: 'an address without a host', flow: look('https:///orders'), severity: 'error', node: 'look', field: 'url', says: 'no host' },
    { why: 'a password in the address', flow: look('https://ann:pw@api.example.org/'), severity: 'error', node: 'look', field: 'url', says: 'credential' },
    { why: 'a plugin’s address without http', flow: told('pay.example.org'), severity: 'error', node: 'pay', says: 'https://' },
    { why: 'a plugin with a credential for another host', flow: told('https://pay.example.org/links', { credential: 'crm' }), circumstances: { credentials }, severity: 'error', node: 'pay', field: 'credential' },
    { why: 'a header with a space', flow: header('X Trace'), severity: 'error', node: 'look', field: 'headers.h.name' },
    { why: 'a header of the connection', flow: header('Content-Length'), severity: 'error', node: 'look', field: 'headers.h.name' },
    { why: 'a credential for another host', flow: look('https://api.example.com/', { credential: 'crm' }), circumstances: { credentials }, severity: 'error', node: 'look', field: 'credential', says: 'api.example.com', fix: null },
    { why: 'a credential for another port', flow: look('https://api.example.org:9000', { credential: 'crm' }), circumstances: { credentials }, severity: 'error', node: 'look', field: 'credential' },
    { why: 'a credential for another host, where there is the right one', flow: look('https://api.example.org/', { credential: 'old' }), circumstances: { credentials: [...credentials, { id: 'old', name: 'Old', hosts: ['old.example.org'] }] }, severity: 'error', node: 'look', field: 'credential', fix: 'Use “CRM”' },
    { why: 'a value that is picked and not saved', flow: look('https://api.example.org/', { saves: { a: { path: ['eta'], order: 1 } } }), severity: 'warning', node: 'look', field: 'saves.a.path', says: 'nowhere' },
  ],
  passes: [
    { why: 'a whole request', flow: look('https://api.example.org/orders/{{where}}', { credential: 'crm', saves: { a: { path: ['eta'], save: 'eta', order: 1 } } }), circumstances: { credentials } },
    { why: 'an address from a variable', flow: look('{{where}}') },
    { why: 'a host that a variable ends', flow: look('https://{{where}}.example.org/', { credential: 'crm' }), circumstances: { credentials } },
    { why: 'a host in other letters, on a port of its own', flow: look('https://API.example.org:8443/x', { credential: 'crm' }), circumstances: { credentials } },
    { why: 'a header with a dash, and one without a name yet', flow: look('https://api.example.org/', { headers: { h: { name: 'X-Trace', value: 'x', order: 1 }, i: { name: '', value: 'x', order: 2 } } }) },
    { why: 'the empty row a new one begins with', flow: look('https://api.example.org/', { saves: { a: { order: 1 } } }) },
  ],
};
