import { VisuallyHidden } from '@mantine/core';
import type { GoldenStep } from '@parley/shared/nodes/golden';
import { useTranslation } from 'react-i18next';
import styles from './Tests.module.css';

/** A conversation test line by line: who says what, what is done in between. */
export function TestLines({ lines, language, different }: { lines: readonly GoldenStep[]; language: string | undefined; /** The line that goes otherwise. */ different: number | undefined }) {
  const { t } = useTranslation();
  const tell = (line: GoldenStep): { by: 'contact' | 'bot' | 'host'; text: string; options?: string[] } => {
    if ('user' in line) return { by: 'contact', text: typeof line.user === 'string' ? line.user : t('tests.sends', { type: line.user.type }) };
    if ('tap' in line) return { by: 'contact', text: t('tests.taps', { option: line.tap }) };
    if ('taps' in line) return { by: 'contact', text: t('tests.taps', { option: line.taps.join(', ') }) };
    if ('bot' in line) {
      if (typeof line.bot === 'string') return { by: 'bot', text: line.bot };
      return { by: 'bot', text: [line.bot.header, line.bot.text, line.bot.file, line.bot.footer].filter(Boolean).join('\n'), ...(line.bot.options && { options: line.bot.options }) };
    }
    if ('does' in line) return { by: 'host', text: t('tests.does', { action: String(line.does['type']) }) };
    if ('result' in line) return { by: 'host', text: line.result.ok ? t('tests.result') : t(`tests.${line.result.outcome}`) };
    if ('later' in line) return { by: 'host', text: t('tests.later', { time: line.later }) };
    if ('set' in line) return { by: 'host', text: t('tests.set', { values: Object.entries(line.set).map(([name, value]) => `${name} = ${value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ') }) };
    if ('callback' in line) return { by: 'host', text: t('tests.callback', { code: line.callback.code }) };
    if ('dialogDone' in line) return { by: 'host', text: t('tests.dialogDone', { value: line.dialogDone }) };
    if ('ends' in line) return { by: 'host', text: t('tests.ends') };
    return { by: 'host', text: JSON.stringify(line) };
  };
  return (
    <ol className={styles.lines}>
      {lines.map((line, at) => {
        const { by, text, options } = tell(line);
        return (
          <li key={at} className={styles.line} data-by={by} data-different={at === different || undefined}>
            <VisuallyHidden>{t(`tests.by.${by}`)}</VisuallyHidden>
            <span dir="auto" lang={by === 'host' ? undefined : language}>{text}</span>
            {options && <span className={styles.options} lang={language}>{options.map((option) => <span key={option} dir="auto">{option}</span>)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
