import { Button, TextInput } from '@mantine/core';
import type { FlowSet } from '@parley/shared/flow/document';
import type { Json } from '@parley/shared/lib/json';
import type { JsonSteps } from '@parley/shared/machine/httpRequest';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { tryRequest } from '../../api/credentials.ts';
import { useDesigner } from '../../store/designerContext.ts';
import { Bone } from '../../ui/Bone.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { typeName } from '../typeName.ts';
import type { ExampleRequest } from './exampleRequest.ts';
import { PastedAnswer } from './PastedAnswer.tsx';
import { RequestAnswer } from './RequestAnswer.tsx';
import styles from './Request.module.css';

/** Sends a node's request with example values and lets a value of the answer be taken; or of one that is written here, while the other system is out of reach. */
export function TryRequest({ botId, node, chosen, misfit, onTake, onClose }: { botId: string; node: string; chosen: JsonSteps; misfit: ReactNode; onTake: (path: JsonSteps, value: Json) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { book, flowId, nodeTypes } = useDesigner();
  const [values, setValues] = useState<Record<string, string>>({});
  // The compiler is a part of its own: it is fetched when somebody tries a request.
  const example = useQuery({
    queryKey: ['exampleRequest', flowId, node], gcTime: 0, staleTime: 0, retry: false,
    async queryFn() {
      const { exampleRequest, readExample } = await import('./exampleRequest.ts');
      const set: FlowSet = { main: book.main, flows: Object.fromEntries(Object.entries(book.flows.getState()).map(([id, { store }]) => [id, store.getState().flow])) };
      return { request: exampleRequest(set, { flow: flowId, node, nodeTypes }), readExample };
    },
  });
  const send = useMutation({ mutationFn: async (request: ExampleRequest) => tryRequest(botId, made(request)) });
  const made = (request: ExampleRequest) => {
    try {
      return request.make(values);
    } catch (error) {
      throw new Error(t('tryRequest.cannot', { error: error instanceof Error ? error.message : String(error) }));
    }
  };
  const { request, readExample } = example.data ?? {};
  const wrong = (request?.variables ?? []).filter(({ name, type, text }) => readExample?.(type, values[name] ?? text) === undefined);
  return (
    <Dialog opened onClose={onClose} title={t('tryRequest.title')} size={720}>
      <div className={styles.columns}>
        <section>
          <h3 className={styles.heading}>{t('tryRequest.examples')}</h3>
          {example.isPending && <Bone width="100%" height={60} />}
          {example.error && <Failed text={sentenceOf(example.error)} onAgain={() => void example.refetch()} />}
          {request?.variables.length === 0 && <p className={styles.note}>{t('tryRequest.noExamples')}</p>}
          <div className={styles.examples}>
            {request?.variables.map(({ name, type, text }) => (
              <TextInput key={name} label={name} description={typeName(type)} value={values[name] ?? text} onChange={({ currentTarget: { value } }) => setValues((now) => ({ ...now, [name]: value }))} error={wrong.some((variable) => variable.name === name) && t('tryRequest.notAValue', { type: typeName(type) })} />
            ))}
          </div>
        </section>
        <div className={styles.send}>
          <Button variant="ink" loading={send.isPending} disabled={!request || wrong.length > 0} onClick={() => request && send.mutate(request)}>{t('tryRequest.send')}</Button>
          <p className={styles.note}>{t('tryRequest.sendNote')}</p>
        </div>
        {send.error && <Failed text={sentenceOf(send.error)} />}
        {send.data && !send.data.ok && <Failed text={send.data.error} />}
        <PastedAnswer chosen={chosen} onTake={onTake} />
        {send.data?.ok && <RequestAnswer answer={send.data} chosen={chosen} onTake={onTake} />}
        {misfit}
      </div>
    </Dialog>
  );
}
