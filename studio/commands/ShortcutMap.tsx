import { useTranslation } from 'react-i18next';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { Dialog } from '../ui/Dialog.tsx';

const map: { group: string; keys: [keys: string, word: string][] }[] = [
  { group: 'everywhere', keys: [['Ctrl K', 'palette'], ['Ctrl Z', 'undo'], ['Ctrl Shift Z', 'redo'], ['F6', 'panels'], ['/', 'search'], ['Ctrl F', 'find'], ['Ctrl Shift F', 'findAll'], ['Ctrl H', 'replace'], ['O', 'outline'], ['?', 'map'], ['Esc', 'out']] },
  { group: 'canvas', keys: [['← → ↑ ↓', 'walk'], ['Shift ←→', 'extend'], ['Alt ←→', 'nudge'], ['Enter', 'open'], ['A', 'add'], ['R', 'comment'], ['T', 'testFrom'], ['C', 'connect'], ['F2', 'rename'], ['Ctrl D', 'duplicate'], ['Ctrl C  X  V', 'clipboard'], ['Ctrl A', 'all'], ['Del', 'remove'], ['N', 'note'], ['M', 'several'], ['Menu', 'menu'], ['Ctrl Enter', 'enter'], ['Ctrl ⌫', 'leave'], ['+  −  0', 'zoom']] },
  { group: 'arrange', keys: [['F', 'frame'], ['L', 'tidy'], ['Alt Shift ←→↑↓', 'align'], ['Alt Shift C', 'centre'], ['Alt Shift M', 'middle'], ['Alt Shift H', 'across'], ['Alt Shift V', 'down'], ['Ctrl', 'noSnap']] },
  { group: 'lists', keys: [['Enter', 'next'], ['Alt ↑↓', 'moveEntry'], ['{{', 'variable']] },
];

/** The map of all keys (?). */
export function ShortcutMap() {
  const { t } = useTranslation();
  const { ui } = useDesigner();
  const opened = useUi((state) => state.shortcuts);
  return (
    <Dialog opened={opened} onClose={() => ui.setState({ shortcuts: false })} title={t('keys.title')} size={720}>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: 24 }}>
        {map.map(({ group, keys }) => (
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
