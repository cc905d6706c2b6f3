import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createSubflow } from '../api/flows.ts';
import { sentenceOf } from '../api/ApiFailure.ts';
import { withSubflows } from '../commands/subflowGesture.ts';
import { useDesigner } from '../store/designerContext.ts';
import { Dialog, FormFoot } from '../ui/Dialog.tsx';

/** Makes another flow of the bot, which others can call. */
export function NewSubflow({ opened, onClose, onMade }: { opened: boolean; onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { book, store } = desk;
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const make = async (): Promise<void> => {
    if (!name.trim()) {
      setProblem(t('subflow.nameNeeded'));
      return;
    }
    setBusy(true);
    try {
      const head = await createSubflow(book.botId, name.trim());
      await book.add(head);
      store.note(t('gesture.makeSubflow', { name: head.name }), withSubflows(desk, [head.id], true));
      onMade(head.id);
      setName('');
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={t('subflow.new')}>
      <form onSubmit={(event) => { event.preventDefault(); void make(); }}>
        <TextInput label={t('subflow.name')} description={t('subflow.help')} value={name} error={problem} data-autofocus onChange={(event) => { setName(event.currentTarget.value); setProblem(undefined); }} maxLength={120} />
        <FormFoot verb={t('subflow.create')} busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
