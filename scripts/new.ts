import { KINDS, namesOf } from './new/kinds.ts';
import { ScaffoldProblem, scaffold } from './new/scaffold.ts';
import { ROOT } from './tools/root.ts';

/** `npm run new -- command host key.lock`, `npm run new -- screen orders`. */
const words = process.argv.slice(2, -1);
const name = process.argv.slice(2).at(-1) ?? '';
const kind = KINDS.find((one) => one.words.join(' ') === words.join(' '));

try {
  if (!kind) {
    const known = KINDS.map(({ words: kindWords, example }) => `  npm run new -- ${kindWords.join(' ')} ${example}`);
    throw new ScaffoldProblem(['可以新建 what can be made:', ...known].join('\n'));
  }
  const files = await scaffold(ROOT, kind, name);
  console.log(['新建 made:', ...files.map((path) => `  ${path}`)].join('\n'));
  console.log(['接下来 next:', ...kind.next(namesOf(name)).map((step) => `  ${step}`)].join('\n'));
} catch (problem) {
  if (!(problem instanceof ScaffoldProblem)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}
