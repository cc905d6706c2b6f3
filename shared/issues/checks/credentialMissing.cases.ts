import type { CheckCases } from '../cases.ts';

const look = (credential: string) => ({ nodes: { start: 'start', look: { http: { url: 'https://api.example.org/', credential } }, bye: 'end' }, edges: ['start -> look', 'look.ok -> bye'] });
const credentials = [{ id: 'crm', name: 'CRM', hosts: ['api.example.org'] }];

export const cases: CheckCases = {
  flags: [
    { why: 'one that was deleted', flow: look('gone'), circumstances: { credentials }, severity: 'error', node: 'look', field: 'credential', says: 'not there' },
    { why: 'any, when the bot has none', flow: look('crm'), circumstances: { credentials: [] }, severity: 'error', node: 'look' },
    { why: 'a name instead of an id', flow: look('CRM'), circumstances: { credentials }, severity: 'error', node: 'look' },
    { why: 'one that was deleted, where the only other is for another host', flow: look('gone'), circumstances: { credentials: [{ id: 'mail', name: 'Mail', hosts: ['mail.example.org'] }] }, severity: 'error', node: 'look', fix: null },
    { why: 'one that was deleted, where two could be meant', flow: look('gone'), circumstances: { credentials: [...credentials, { id: 'test', name: 'Test', hosts: ['api.example.org'] }] }, severity: 'error', node: 'look', fix: null },
  ],
  passes: [
    { why: 'one that is there', flow: look('crm'), circumstances: { credentials } },
    { why: 'none', flow: look(''), circumstances: { credentials: [] } },
    { why: 'where credentials are not known', flow: look('gone') },
  ],
};
