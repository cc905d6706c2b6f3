import { Button, Switch, TextInput } from '@mantine/core';
import { sampleValue } from '@parley/shared/engine/sampleValue';
import { playOn } from '@parley/shared/golden/playGolden';
import type { Machine } from '@parley/shared/machine/machine';
import type { ConversationTest } from '@parley/shared/nodes/golden';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { Dialog, DialogFoot, FormFoot } from '../ui/Dialog.tsx';
import { toast } from '../ui/toast.tsx';
import type { History } from './history.ts';
import type { Ground } from './host/talk.ts';
import { keepRun } from './keepRun.ts';
import styles from './Simulator.module.css';

/** Names a run and keeps it as a test, or says why it cannot be kept and how much of it can. */
export function KeepTest({ history, ground, machine, personal, onKeep, onGo, onClose }: {
  history: History;
  ground: Ground;
  /** As tests are held with it. */
  machine: Machine;
  /** Names of personal values that somebody said in a real conversation; undefined when it was none. */
  personal: readonly string[] | undefined;
  onKeep: (test: ConversationTest) => Promise<unknown>;
  onGo: (step: number) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [samples, setSamples] = useState(true);
  const kept = useMemo(() => keepRun(history, { ground, machine }), [history, ground, machine]);
  const held = kept.ok && personal ? personal.filter((each) => isHeld(kept.test, each)) : [];
  const named = kept.ok && personal && kept.test.contact !== undefined ? [t('sim.keep.contact')] : [];
  const told = [...named, ...held];
  const keep = useMutation({
    mutationFn: (test: ConversationTest) => onKeep({ ...(told.length > 0 && samples ? withSamples(test, { names: held, contact: named.length > 0 ? t('simulator.sampleName') : undefined }, machine) : test), description: name.trim() }),
    onSuccess: () => {
      toast(t('sim.keep.kept', { name: name.trim() }));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('sim.keep.title')}>
      {kept.ok ? (
        <form className={styles.keep} onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') keep.mutate(kept.test); }}>
          <TextInput label={t('sim.keep.name')} description={t('sim.keep.nameHelp')} value={name} maxLength={120} data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
          <p className={styles.passes}><IconCircleCheck size={14} stroke={1.75} aria-hidden="true" />{t('sim.keep.lines', { count: kept.test.conversation.length })}</p>
          {told.length > 0 && (
            <div className={styles.warned}>
              <p><IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />{t('sim.keep.personal', { count: told.length, names: told.join(', ') })}</p>
              <Switch size="sm" label={t('sim.keep.sample')} checked={samples} onChange={(event) => setSamples(event.currentTarget.checked)} />
            </div>
          )}
          {keep.error && <p className={styles.refused} role="alert">{sentenceOf(keep.error)}</p>}
          <FormFoot verb={t('sim.keep.save')} busy={keep.isPending} complete={name.trim() !== ''} onCancel={onClose} />
        </form>
      ) : (
        <div className={styles.keep}>
          <div className={styles.warned}><p><IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />{t(`sim.keep.why.${kept.why}`)}</p></div>
          {kept.why === 'otherwise' && kept.parts && <dl className={styles.parts}><dt>{t('sim.keep.run')}</dt><dd><bdi>{kept.parts.run || '–'}</bdi></dd><dt>{t('sim.keep.test')}</dt><dd><bdi>{kept.parts.test || '–'}</bdi></dd></dl>}
          {kept.upTo > 0 && <p>{t('sim.keep.upTo', { step: kept.upTo })}</p>}
          <DialogFoot>
            <Button onClick={onClose}>{t('common.close')}</Button>
            {kept.upTo > 0 && <Button variant="ink" data-autofocus onClick={() => onGo(kept.upTo)}>{t('sim.keep.back', { step: kept.upTo })}</Button>}
          </DialogFoot>
        </div>
      )}
    </Dialog>
  );
}

/** Whether a test begins with a value of that name. */
function isHeld({ start }: ConversationTest, name: string): boolean {
  if (!start || !('frames' in start)) return false;
  return Object.hasOwn(start.variables ?? {}, name) || start.frames.some(({ locals }) => Object.hasOwn(locals, name));
}

/** The test with samples instead of what somebody really said, and what the bot says then. */
function withSamples(test: ConversationTest, { names, contact }: { names: readonly string[]; contact: string | undefined }, machine: Machine): ConversationTest {
  const { start } = test;
  const sampled = <Values extends ConversationTest['variables']>(values: Values, flow: string): Values => Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => {
    const variable = names.includes(name) ? machine.flows[flow]?.variables[name] : undefined;
    return [name, variable ? sampleValue(variable.type) : value];
  })) as Values;
  const begins = start && 'frames' in start ? { start: { ...start, variables: sampled(start.variables ?? {}, machine.main), frames: start.frames.map((frame) => ({ ...frame, locals: sampled(frame.locals, frame.flow) })) } } : {};
  const next = { ...test, ...begins, ...(contact !== undefined && { contact }) };
  const { conversation, variables } = playOn(next, machine);
  return { ...next, conversation, variables };
}
