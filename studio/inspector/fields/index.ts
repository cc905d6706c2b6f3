import type { Widget } from '@parley/shared/nodes/fields';
import type { ComponentType } from 'react';
import type { FieldProps } from '../fieldContext.ts';
import { AnswerPathField } from './AnswerPathField.tsx';
import { ArgumentsField } from './ArgumentsField.tsx';
import { CodeField } from './CodeField.tsx';
import { CollectionField } from './CollectionField.tsx';
import { CredentialField } from './CredentialField.tsx';
import { DurationField } from './DurationField.tsx';
import { ExpressionField } from './ExpressionField.tsx';
import { GroupField } from './GroupField.tsx';
import { KeywordsField } from './KeywordsField.tsx';
import { ListField } from './ListField.tsx';
import { LongTextField } from './LongTextField.tsx';
import { MediaField } from './MediaField.tsx';
import { NumberField } from './NumberField.tsx';
import { PluginField } from './PluginField.tsx';
import { PluginInputsField } from './PluginInputsField.tsx';
import { PluginResultsField } from './PluginResultsField.tsx';
import { ResultsField } from './ResultsField.tsx';
import { SegmentedField } from './SegmentedField.tsx';
import { SelectField } from './SelectField.tsx';
import { SubflowField } from './SubflowField.tsx';
import { TextField } from './TextField.tsx';
import { TimeField } from './TimeField.tsx';
import { ToggleField } from './ToggleField.tsx';
import { ValueTypeField } from './ValueTypeField.tsx';
import { VariableField } from './VariableField.tsx';

/** The control of each widget. A new widget does not compile until it has one. */
export const controls: Record<Widget, ComponentType<FieldProps>> = {
  text: TextField, longText: LongTextField, expression: ExpressionField, number: NumberField, toggle: ToggleField, select: SelectField, segmented: SegmentedField,
  variable: VariableField, duration: DurationField, time: TimeField, list: ListField, group: GroupField, code: CodeField, subflow: SubflowField,
  arguments: ArgumentsField, results: ResultsField, collection: CollectionField, keywords: KeywordsField, media: MediaField, valueType: ValueTypeField,
  credential: CredentialField, answerPath: AnswerPathField, plugin: PluginField, pluginInputs: PluginInputsField, pluginResults: PluginResultsField,
};
