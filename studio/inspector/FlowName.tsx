import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { Dialog, FormFoot } from '../ui/Dialog.tsx';

/** Asks for a subflow's name; `onName` rejects with what is wrong about it, which is said at the field. */
export function FlowName({ title, verb, initial = '', onClose, onName }: { title: string; verb: string; initial?: string; onClose: () => void; onName: (name: string) => Promise<void> }) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const give = async (): Promise<void> => {
    if (!name.trim()) {
      setProblem(t('subflow.nameNeeded'));
      return;
    }
    setBusy(true);
    try {
      await onName(name.trim());
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form onSubmit={(event) => { event.preventDefault(); void give(); }}>
        <TextInput label={t('subflow.name')} description={t('subflow.help')} value={name} error={problem} data-autofocus onChange={(event) => { setName(event.currentTarget.value); setProblem(undefined); }} maxLength={120} />
        <FormFoot verb={verb} busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
