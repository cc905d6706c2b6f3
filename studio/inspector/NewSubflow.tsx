import { useTranslation } from 'react-i18next';
import { createSubflow } from '../api/flows.ts';
import { withSubflows } from '../commands/subflowGesture.ts';
import { useDesigner } from '../store/designerContext.ts';
import { FlowName } from './FlowName.tsx';

/** Makes another flow of the bot, which others can call. */
export function NewSubflow({ opened, onClose, onMade }: { opened: boolean; onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { book, store } = desk;
  if (!opened) return null;
  const make = async (name: string): Promise<void> => {
    const head = await createSubflow(book.botId, name);
    await book.add(head);
    store.note(t('gesture.makeSubflow', { name: head.name }), withSubflows(desk, [head.id], true));
    onMade(head.id);
  };
  return <FlowName title={t('subflow.new')} verb={t('subflow.create')} onClose={onClose} onName={make} />;
}
