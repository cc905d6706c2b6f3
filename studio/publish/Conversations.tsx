import type { FlowSet } from '@parley/shared/flow/document';
import { IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { languageName } from '../changes/readChange.ts';
import { useDesigner } from '../store/designerContext.ts';
import type { Compared } from '../store/proof/compareJob.ts';
import { Bone } from '../ui/Bone.tsx';
import { Failed } from '../ui/Failed.tsx';
import styles from './PublishDialog.module.css';

/** So many are told at first; all of them on demand. */
const first = 4;

/** The same difference in the same language, together. */
function grouped(otherwise: Compared['otherwise']): Compared['otherwise'][] {
  const groups = new Map<string, Compared['otherwise']>();
  for (const one of otherwise) {
    const key = `${one.language} ${one.sentence}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** The conversations people have with the live version, held with what is about to be: how many go otherwise, and how. */
export function Conversations({ before, no }: { before: FlowSet; no: number }) {
  const { t } = useTranslation();
  const { book, proof } = useDesigner();
  const [all, setAll] = useState(false);
  const languages = book.flowSet().flows[book.main]?.languages.length ?? 1;
  const revision = proof.state((state) => state.revision);
  const compared = useQuery({ queryKey: ['bots', book.botId, 'compared', no, revision], gcTime: 0, staleTime: Infinity, queryFn: () => proof.ask('compare', { before }) });
  if (compared.error) return <Failed text={`${t('publish.notHeld')} ${sentenceOf(compared.error)}`} onAgain={() => void compared.refetch()} />;
  if (!compared.data) return <div role="status" aria-label={t('publish.holding', { no })}><Bone width="70%" height={20} /></div>;
  const { ran, otherwise } = compared.data;
  // One change is met by many conversations: it is told once.
  const told = grouped(otherwise);
  const shown = all ? told : told.slice(0, first);
  return (
    <section className={styles.held} aria-label={t('publish.conversations')}>
      <h3><IconMessages size={16} stroke={1.75} aria-hidden="true" />{otherwise.length === 0 ? t('publish.heldSame', { count: ran, no }) : t('publish.heldOtherwise', { count: otherwise.length, total: ran, no })}</h3>
      {otherwise.length > 0 && (
        <ul>
          {shown.map((same) => same[0] && (
            <li key={`${same[0].language} ${same[0].sentence}`}>
              <p dir="auto">{same[0].sentence}</p>
              <small dir="auto">{[languages > 1 ? languageName(same[0].language) : '', same.length === 1 ? same[0].description : t('publish.inConversations', { count: same.length })].filter(Boolean).join(' · ')}</small>
            </li>
          ))}
        </ul>
      )}
      {told.length > first && <button type="button" className={styles.link} onClick={() => setAll(!all)}>{all ? t('publish.fewer') : t('publish.all', { count: told.length })}</button>}
    </section>
  );
}
