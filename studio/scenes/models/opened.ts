import type { LanguageModel, ModelEndpoint } from '@parley/shared/api/models';

/** A form that is open: of an endpoint, or of a model of one. */
export type Opened = { endpoint?: ModelEndpoint } | { of: ModelEndpoint; model?: LanguageModel };
