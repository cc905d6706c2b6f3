import { Textarea } from '@mantine/core';
import type { Json } from '@parley/shared/lib/json';
import type { JsonSteps } from '@parley/shared/machine/httpRequest';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JsonTree } from './JsonTree.tsx';
import styles from './Request.module.css';

/** An answer that somebody knows without asking for it: its values are taken like those of one that came. */
export function PastedAnswer({ chosen, onTake }: { chosen: JsonSteps; onTake: (path: JsonSteps, value: Json) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const read = useMemo(() => readJson(text), [text]);
  return (
    <details>
      <summary>{t('tryRequest.paste')}</summary>
      <div className={styles.answer}>
        <Textarea aria-label={t('tryRequest.paste')} description={t('tryRequest.pasteHelp')} autosize minRows={4} maxRows={10} spellCheck={false} styles={{ input: { fontFamily: 'var(--parley-mono)', fontSize: 12 } }} value={text} onChange={({ currentTarget: { value } }) => setText(value)} error={text.trim() !== '' && !read && t('tryRequest.notJson')} />
        {read && <div className={styles.tree}><JsonTree value={read.value} chosen={JSON.stringify(chosen)} onTake={onTake} /></div>}
      </div>
    </details>
  );
}

function readJson(text: string): { value: Json } | undefined {
  try {
    // What JSON.parse gives is JSON.
    return { value: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
}
