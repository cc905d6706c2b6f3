import { Checkbox, NumberInput, Select } from '@mantine/core';
import { channelTypes } from '@parley/shared/flow/document';
import type { FlowSettings as Settings } from '@parley/shared/flow/document';
import { channelLimits } from '@parley/shared/messages/limits';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { putAt } from '@parley/shared/flow/putAt';
import { told } from '../commands/actions.ts';
import { useFlowSet } from '../store/useFlowSet.ts';
import { useDesigner, useFlow, useUi } from '../store/designerContext.ts';
import { FieldContext } from './fieldContext.ts';
import { controls } from './fields/index.ts';
import type { FieldContextValue } from './fieldContext.ts';
import { FieldView } from './FieldView.tsx';
import { ColourSetting } from './ColourSetting.tsx';
import { Languages } from './Languages.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Subflows } from './Subflows.tsx';
import { Hints } from './FieldFrame.tsx';
import { consentField, settingsTexts, silenceField } from './settingsForm.ts';
import styles from './Inspector.module.css';
import field from './Field.module.css';

/** What holds for the whole flow: languages, channels, its own texts, silence, shortcuts. A called flow leaves most to the main one. */
export function FlowSettings() {
  const { t } = useTranslation();
  const { store, proof, flowId, book, editable } = useDesigner();
  const { settings } = useFlow();
  const language = useUi((state) => state.language);
  const all = proof.state(({ issues }) => issues);
  const issues = useMemo(() => all.filter(({ flow, nodeId }) => flow === flowId && !nodeId), [all, flowId]);
  const main = flowId === book.main;
  const mainFlow = useFlowSet(book).flows[book.main];
  const inherited = main ? undefined : mainFlow?.settings;
  const context = useMemo((): FieldContextValue => ({
    controls,
    base: ['settings'], owner: 'settings', issues, language, readOnly: !editable,
    set: (path, value, options = {}) => {
      const wanted = path[0] === 'silenceAfter' && value === '' ? undefined : value;
      return store.change(options.gesture ?? t('gesture.settings'), (flow) => putAt(flow, ['settings', ...path], wanted), options.typing ? { typing: true } : {});
    },
  }), [issues, language, editable, store, t]);
  const set = (recipe: (draft: Settings) => void): boolean => told(store.change(t('gesture.settings'), (flow) => recipe(flow.settings)));
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], []);
  const silence = silenceField(inherited?.silenceAfter);
  const consent = consentField();
  return (
    <FieldContext.Provider value={context}>
      <Hints id="flow-hint" issues={issues.filter(({ field: at }) => !at)} />
      <section className={styles.section}><Languages /></section>
      {main && (
        <section className={styles.section}>
          <div role="group" aria-labelledby="channels-label" data-field="channels">
            <h3 id="channels-label" style={{ marginBottom: 6 }}>{t('settings.channels')}</h3>
            {channelTypes.map((channel) => (
              <div key={channel} className={styles.line}>
                <Checkbox label={channelLimits[channel].label} checked={settings.channels.includes(channel)} disabled={!editable} onChange={(event) => {
                  const on = event.currentTarget.checked;
                  set((draft) => { draft.channels = channelTypes.filter((type) => (type === channel ? on : draft.channels.includes(type))); });
                }} />
              </div>
            ))}
            <p className={field.hint}>{t('settings.channelsHelp')}</p>
          </div>
          <ColourSetting />
        </section>
      )}
      <section className={styles.section} aria-label={t('settings.texts')}>
        <h3>{t('settings.texts')}</h3>
        {settingsTexts(inherited).map((one) => <FieldView key={one.name} field={one} path={[one.name]} value={valueOf(settings, one.name)} />)}
      </section>
      <section className={styles.section} aria-label={t('settings.silence')}>
        <FieldView field={silence} path={[silence.name]} value={settings.silenceAfter ?? ''} />
        {main && <NumberInput label={t('settings.sessionHours')} description={t('settings.sessionHoursHelp')} w={120} styles={{ description: { width: 240 } }} min={1} max={720} hideControls allowDecimal={false} value={settings.sessionHours} readOnly={!editable} onChange={(next) => { if (typeof next === 'number' && next >= 1 && next <= 720) set((draft) => { draft.sessionHours = next; }); }} />}
        {main && <Select label={t('settings.zone')} description={t('settings.zoneHelp')} searchable data={zones} value={settings.zone} readOnly={!editable} onChange={(zone) => { if (zone) set((draft) => { draft.zone = zone; }); }} />}
      </section>
      {main && <section className={styles.section}><FieldView field={consent} path={[consent.name]} value={settings.consentText} /></section>}
      {main && <section className={styles.section}><Shortcuts /></section>}
      {main && <section className={styles.section}><Subflows /></section>}
    </FieldContext.Provider>
  );
}

function valueOf(settings: Settings, name: string): string {
  const found = Object.entries(settings).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : '';
}
