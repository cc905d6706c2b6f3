import { writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../nodes/index.ts';
import type { Golden, GoldenStep } from '../nodes/golden.ts';
import { describeFields } from '../nodes/walkFields.ts';
import { formatJson } from '../test/formatJson.ts';
import { casesFile, loadCases } from '../test/loadCases.ts';
import { playGolden } from './playGolden.ts';
import type { Played } from './playGolden.ts';
import { varyGolden } from './varyGolden.ts';

/** UPDATE_CASES=1 writes what is said today into the files: read the difference before you commit it. */
const update = env['UPDATE_CASES'] === '1';
const cases = loadCases(nodeTypes);

const play = (golden: Golden): Played => playGolden(golden, nodeTypes);
const asked = (conversation: GoldenStep[]) => conversation.filter((step) => !('bot' in step || 'does' in step || 'ends' in step));

/** The example's drawing with the variant's lines; undefined when they cannot even be played on it. */
function baseline(golden: Golden): Pick<Played, 'conversation' | 'machine'> | undefined {
  try {
    return play(golden);
  } catch {
    return undefined;
  }
}

describe.each(Object.keys(nodeTypes))('%s', (name) => {
  const nodeType = nodeTypes[name]!;
  const own = cases[name];

  test('has cases', () => {
    expect(own, `write ${casesFile(name)}`).toBeDefined();
  });
  if (!own) return;

  test.each(own.examples)('$description', (golden) => {
    const played = play(golden);
    if (update) Object.assign(golden, { conversation: played.conversation, ...(golden.variables && { variables: played.variables }) });
    expect(played.conversation).toEqual(golden.conversation);
    if (golden.variables) expect(played.variables).toEqual(golden.variables);
  });

  test('examples show the type itself', () => {
    const types = own.examples.flatMap(({ flow, subflows = {} }) => [flow, ...Object.values(subflows)].flatMap(({ nodes }) => Object.values(nodes).map((node) => (typeof node === 'string' ? node : Object.keys(node)[0]))));
    expect(types).toContain(name);
  });

  const fields = describeFields(nodeType.schema).filter(({ meta }) => meta.widget !== 'group').map(({ path }) => path.join('.'));
  if (fields.length > 0) {
    test.each(fields)('the field %s is shown to matter', (field) => {
      expect(own.fields.map((variant) => variant.field), `add a case to ${casesFile(name)} that changes only ${field}`).toContain(field);
    });
  }

  test.each(own.fields)('$field of "$like" matters: $to', (variant) => {
    const example = own.examples.find(({ description }) => description === variant.like);
    expect(example, `an example called "${variant.like}"`).toBeDefined();
    if (!example) return;
    expect(fields).toContain(variant.field);
    expect(`${variant.at}.`).toMatch(new RegExp(`^${variant.field.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}\\.`));
    const varied = varyGolden(example, variant);
    const played = play(varied);
    const before = baseline({ ...example, conversation: varied.conversation });
    const differs = !before || JSON.stringify(before.conversation) !== JSON.stringify(played.conversation);
    if (update && differs) variant.conversation = played.conversation;
    if (update && !differs) delete variant.conversation;
    expect(differs || JSON.stringify(before.machine) !== JSON.stringify(played.machine), 'neither what is said nor the machine differs').toBe(true);
    if (variant.conversation) expect(played.conversation).toEqual(variant.conversation);
    // Without lines of its own only the machine may differ, or a change of what is said would go unseen.
    else expect(differs).toBe(false);
    expect(asked(played.conversation)).toEqual(asked(varied.conversation));
  });

  if (update) test('writes the cases', () => writeFileSync(casesFile(name), formatJson(own)));
});
