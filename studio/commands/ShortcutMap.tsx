import { useTranslation } from 'react-i18next';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { keyMap } from './keyMap.ts';

/** The map of all keys (?). */
export function ShortcutMap() {
  const { t } = useTranslation();
  const { ui } = useDesigner();
  const opened = useUi((state) => state.shortcuts);
  return (
    <Dialog opened={opened} onClose={() => ui.setState({ shortcuts: false })} title={t('keys.title')} size={720}>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: 24 }}>
        {keyMap.map(({ group, keys }) => (
          <section key={group} aria-label={t(`keys.${group}`)}>
            <h3 style={{ fontSize: 12, lineHeight: '16px', color: 'var(--parley-text-3)', fontWeight: 500, marginBottom: 6 }}>{t(`keys.${group}`)}</h3>
            <dl style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '6px 12px', margin: 0 }}>
              {keys.map(([combination, word]) => [<dt key={`${word}k`}><kbd>{combination}</kbd></dt>, <dd key={word} style={{ margin: 0 }}>{t(`keys.${word}`)}</dd>])}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
