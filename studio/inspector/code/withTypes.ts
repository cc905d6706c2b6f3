const aFunction = /(export\s+default\s+)(async\s+)?(function\s*[\w$]*\s*)\(\s*([\w$]+)\s*\)(\s*\{)/;
const anArrow = /(export\s+default\s+)(async\s+)?(?:\(\s*([\w$]+)\s*\)|([\w$]+))(\s*=>)/;

/** A program whose function says no types yet, with the types its node declares; undefined where it says them, or is written in a way that is not known. */
export function withTypes(code: string): string | undefined {
  const result = (isAsync: string | undefined): string => (isAsync ? 'Promise<Result>' : 'Result');
  const typed = aFunction.test(code)
    ? code.replace(aFunction, (_, head: string, isAsync: string | undefined, name: string, input: string, body: string) => `${head}${isAsync ?? ''}${name}(${input}: Input): ${result(isAsync)}${body}`)
    : code.replace(anArrow, (_, head: string, isAsync: string | undefined, inBrackets: string | undefined, bare: string | undefined, arrow: string) => `${head}${isAsync ?? ''}(${inBrackets ?? bare}: Input): ${result(isAsync)}${arrow}`);
  return typed === code ? undefined : typed;
}
