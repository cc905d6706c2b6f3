import type { TFunction } from 'i18next';
import { spanOf } from '../clock.ts';
import type { HostDid } from '../host/talk.ts';
import { textOf } from '../valueText.ts';

/** What an author reads between the messages; undefined for what shows itself elsewhere. */
export function happenedIn(did: HostDid, t: TFunction): { text: string; bad?: boolean } | undefined {
  switch (did.what) {
    case 'waited': return { text: t('simulator.waited', { span: spanOf(did.after) }) };
    case 'ended': return { text: t(`simulator.ended.${did.why}`) };
    case 'result': return did.result.ok ? undefined : { text: t('simulator.effectFailed', { error: did.result.error }), bad: true };
    case 'calledBack': return { text: t('simulator.calledBack', { code: did.code }) };
    case 'effect': return undefined;
    case 'set': return { text: t(did.value === null ? 'sim.unsetByYou' : 'sim.setByYou', { name: did.name, value: textOf(did.value) }) };
    case 'due': return { text: t('sim.due') };
    case 'dialog':
    case 'dialogDone': return undefined;
  }
}
