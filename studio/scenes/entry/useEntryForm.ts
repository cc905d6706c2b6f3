import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type * as z from 'zod';
import { ApiFailure, sentenceOf } from '../../api/ApiFailure.ts';
import { problemsOf } from '../../api/people.ts';
import type { FieldErrors } from '../../api/people.ts';

/** State of a form that lets somebody in: field errors on leaving a field and from the server, one sentence for the rest. */
export function useEntryForm<Values extends Record<string, string>>({ initial, schema, send, next }: { initial: Values; schema: z.ZodType; send: (values: Values) => Promise<void>; next: string }) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();

  /** What a Mantine input needs for one field. */
  const field = (name: keyof Values & string) => ({
    name,
    value: values[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((now) => ({ ...now, [name]: value }));
      setErrors(({ [name]: _gone, ...rest }) => rest);
    },
    onBlur: () => {
      if (values[name] === '') return;
      const problem = problemsOf(schema, values)?.[name];
      if (problem) setErrors((now) => ({ ...now, [name]: problem }));
    },
  });

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setRefusal(undefined);
    const problems = problemsOf(schema, values);
    setErrors(problems ?? {});
    if (problems) return;
    setBusy(true);
    try {
      await send(values);
      await queries.resetQueries();
      // Still busy until the next page stands: nothing may lead elsewhere meanwhile.
      await navigate(next, { replace: true });
    } catch (error) {
      const fields = error instanceof ApiFailure ? error.fields.filter(({ path }) => path in values) : [];
      if (fields.length > 0) setErrors(Object.fromEntries(fields.map(({ path, message }) => [path, message])));
      else if (error instanceof ApiFailure && error.code === 'offline') setRefusal(t('entry.offline'));
      else setRefusal(error instanceof ApiFailure && error.status < 500 ? error.message : sentenceOf(error));
      setBusy(false);
    }
  }

  return { field, submit, busy, refusal };
}
