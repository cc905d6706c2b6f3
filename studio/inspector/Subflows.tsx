import { Button, Menu } from '@mantine/core';
import { IconDots, IconPlus, IconSubtask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { deleteSubflow, renameFlow } from '../api/flows.ts';
import { sentenceOf } from '../api/ApiFailure.ts';
import { undo } from '../commands/actions.ts';
import { withSubflows } from '../commands/subflowGesture.ts';
import { useDesigner } from '../store/designerContext.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { toast, toastError } from '../ui/toast.tsx';
import { FlowName } from './FlowName.tsx';
import { NewSubflow } from './NewSubflow.tsx';
import styles from './Inspector.module.css';
import field from './Field.module.css';

/** The other flows of the bot, which this one can call. */
export function Subflows() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { book, store, openFlow, editable, flowId } = desk;
  const flows = useStore(book.flows);
  const [making, setMaking] = useState(false);
  const [deleting, setDeleting] = useState<{ id: string; name: string }>();
  const [renaming, setRenaming] = useState<{ id: string; name: string }>();
  const [busy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    if (!deleting) return;
    setBusy(true);
    try {
      const joint = withSubflows(desk, [deleting.id], false);
      await deleteSubflow(deleting.id);
      book.remove(deleting.id);
      // Nothing can be taken back in the flow that is gone.
      const home = flowId === deleting.id ? book.flows.getState()[book.main]?.store ?? store : store;
      home.note(t('gesture.remove', { name: deleting.name }), joint);
      toast(t('canvas.removed', { name: deleting.name }), { label: t('common.undo'), run: () => undo({ book, store: home }, joint.id) });
    } catch (error) {
      toastError(sentenceOf(error));
    } finally {
      setBusy(false);
      setDeleting(undefined);
    }
  };
  return (
    <div>
      <h3 style={{ marginBottom: 6 }}>{t('subflow.all')}</h3>
      {Object.values(flows).filter(({ head }) => head.id !== book.main).map(({ head }) => (
        <div key={head.id} className={styles.line}>
          <IconSubtask size={14} stroke={1.75} aria-hidden="true" />
          <button type="button" className={`${styles.grow} ${field.fold}`} onClick={() => openFlow(head.id)}>{head.name}</button>
          {editable && (
            <Menu position="bottom-end">
              <Menu.Target><IconButton size="xs" label={t('subflow.menu', { name: head.name })}><IconDots size={14} stroke={1.75} /></IconButton></Menu.Target>
              <Menu.Dropdown><Menu.Item onClick={() => openFlow(head.id)}>{t('subflow.open')}</Menu.Item><Menu.Item onClick={() => setRenaming(head)}>{t('subflow.rename')}</Menu.Item><Menu.Item data-danger onClick={() => setDeleting({ id: head.id, name: head.name })}>{t('common.delete')}</Menu.Item></Menu.Dropdown>
            </Menu>
          )}
        </div>
      ))}
      {editable && <Button size="sm" variant="subtle" className={field.add ?? ''} leftSection={<IconPlus size={14} stroke={1.75} />} onClick={() => setMaking(true)}>{t('subflow.make')}</Button>}
      <NewSubflow opened={making} onClose={() => setMaking(false)} onMade={openFlow} />
      {renaming && <FlowName title={t('subflow.renameOf', { name: renaming.name })} verb={t('subflow.rename')} initial={renaming.name} onClose={() => setRenaming(undefined)} onName={async (name) => book.rename(renaming.id, (await renameFlow(renaming.id, name)).name)} />}
      <Confirm opened={deleting !== undefined} onClose={() => setDeleting(undefined)} title={t('subflow.delete', { name: deleting?.name })} text={t('subflow.deleteText')} verb={t('common.delete')} busy={busy} onConfirm={() => void remove()} />
    </div>
  );
}
