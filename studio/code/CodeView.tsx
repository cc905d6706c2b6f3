import { IconCopy } from '@tabler/icons-react';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../store/cardOf.ts';
import { useDesigner, useFlow, useUi } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Segments } from '../ui/Segments.tsx';
import { toast, toastError } from '../ui/toast.tsx';
import { DraftsMenu } from './json/DraftsMenu.tsx';
import { thingIn } from './json/thing.ts';
import { ThingJson } from './json/ThingJson.tsx';
import { MachineCode } from './MachineCode.tsx';
import { SaveMenu } from './SaveMenu.tsx';
import { useEmitted } from './useEmitted.ts';
import styles from './Code.module.css';

/** The drawing as code beside the canvas: the machine it becomes, to be read, and what is chosen as JSON, to be changed. */
export function CodeView() {
  const { t } = useTranslation();
  const { ui, nodeTypes } = useDesigner();
  const flow = useFlow();
  const tab = useUi((state) => state.codeTab);
  const selection = useUi((state) => state.selection);
  const emitted = useEmitted();
  const thing = useMemo(() => thingIn(flow, selection), [flow, selection]);
  const node = thing.is === 'node' ? flow.nodes[thing.path[1] ?? ''] : undefined;
  const title = node ? titleOf(node, nodeTypes[node.type]) : t(thing.is === 'note' ? 'canvas.note' : 'json.flow');
  const json = useRef('');
  const hear = useCallback((text: string) => { json.current = text; }, []);
  const copy = (): void => {
    const text = tab === 'json' ? json.current : emitted.code;
    if (text !== undefined) void navigator.clipboard.writeText(text).then(() => toast(t(tab === 'json' ? 'json.copied' : 'code.copied')), () => toastError(t('code.notCopied')));
  };
  return (
    <section className={styles.view} aria-label={t('code.name')} data-panel="code" tabIndex={-1}>
      <header className={styles.head}>
        <h3 className="sr">{t('code.name')}</h3>
        <Segments label={t('code.tabs')} value={tab} onChange={(next) => ui.setState({ codeTab: next })} options={[{ value: 'machine', label: t('code.machine') }, { value: 'json', label: t('code.json') }]} />
        <span className={`${styles.about} cut`} dir="auto">{tab === 'json' ? title : emitted.code === undefined ? '' : t('code.lines', { count: emitted.code.split('\n').length })}</span>
        {tab === 'json' && <DraftsMenu shown={thing} />}
        <IconButton label={t(tab === 'json' ? 'json.copy' : 'code.copy')} disabled={tab === 'machine' && emitted.code === undefined} onClick={copy}><IconCopy size={16} stroke={1.75} /></IconButton>
        <SaveMenu code={emitted.code} />
      </header>
      <div className={styles.fill}>{tab === 'json' ? <ThingJson thing={thing} title={title} onText={hear} /> : <MachineCode emitted={emitted} />}</div>
    </section>
  );
}
