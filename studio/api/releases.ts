import { draftSchema, unpublishableSchema } from '@parley/shared/api/flows';
import type { PublishBody, Unpublishable } from '@parley/shared/api/flows';
import { diffSchema, publishedSchema, releaseFlowsSchema, releaseListSchema, rolledBackSchema } from '@parley/shared/api/releases';
import { verifiedSchema } from '@parley/shared/api/issues';
import { queryOptions } from '@tanstack/react-query';
import { ApiFailure } from './ApiFailure.ts';
import { ask, askText } from './client.ts';

/** Releases of a bot, newest first, with the conversations open on each; refreshed while the page is open. */
export const releasesQuery = (botId: string) => queryOptions({
  queryKey: ['bots', botId, 'releases'],
  queryFn: ({ signal }) => ask({ path: `/bots/${botId}/releases`, query: { limit: 100 }, answer: releaseListSchema, signal }),
});

/** What is different between a release and another, or the draft. */
export const diffQuery = (releaseId: string, against: string) => queryOptions({
  queryKey: ['releases', releaseId, 'diff', against],
  queryFn: ({ signal }) => ask({ path: `/releases/${releaseId}/diff`, query: { against }, answer: diffSchema, signal }),
});

/** The flows of a release as they were drawn; they never change. */
export const releaseFlowsQuery = (releaseId: string) => queryOptions({
  queryKey: ['releases', releaseId, 'flows'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => ask({ path: `/releases/${releaseId}/flows`, answer: releaseFlowsSchema, signal }),
});

/** The readable code of a release; it never changes. */
export const codeQuery = (releaseId: string) => queryOptions({ queryKey: ['releases', releaseId, 'code'], staleTime: Number.POSITIVE_INFINITY, queryFn: () => askText(`/releases/${releaseId}/code`) });

/** A flow's drawing as the server has it now. */
export const draftQuery = (flowId: string) => queryOptions({ queryKey: ['flows', flowId, 'draft'], staleTime: 0, queryFn: ({ signal }) => ask({ path: `/flows/${flowId}/draft`, answer: draftSchema, signal }) });

/** The proof of the stored draft. */
export const verify = (flowId: string) => ask({ method: 'POST', path: `/flows/${flowId}/verify`, body: {}, answer: verifiedSchema });

/** Publishes the stored draft; a refusal with issues is an `ApiFailure` whose issues `issuesOf` reads. */
export const publish = (flowId: string, body: PublishBody) => ask({ method: 'POST', path: `/flows/${flowId}/publish`, body, answer: publishedSchema });

/** The issues that stood in the way of publishing; undefined for any other failure. */
export function issuesOf(error: unknown): Unpublishable['issues'] | undefined {
  if (!(error instanceof ApiFailure) || error.status !== 422) return undefined;
  const parsed = unpublishableSchema.safeParse(error.body);
  return parsed.success ? parsed.data.issues : undefined;
}

/** Makes a release live again. */
export const rollBack = (releaseId: string) => ask({ method: 'POST', path: `/releases/${releaseId}/roll-back`, body: {}, answer: rolledBackSchema });
