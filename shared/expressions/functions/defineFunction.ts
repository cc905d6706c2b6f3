import type { Json } from '../../lib/json.ts';
import type { Run } from '../run.ts';

/** One function of the profile. A call `x.f(y)` is the call `f(x, y)`. */
export interface FunctionDefinition {
  /** `name(type, type): type`; `T` is any type, the same wherever it stands; `type...` any number more; `moment` is date, time or datetime. */
  signatures: string[];
  /** One sentence for completions and the docs. */
  doc: string;
  /** Pure. Reads its arguments with `read.ts`, which fails the evaluation on a wrong one. */
  run: (args: Json[], run: Run) => Json;
}
