import { checkDeclared } from './lint/check-declared.ts';
import { checkImports } from './lint/check-imports.ts';
import { readImportGraph } from './lint/import-graph.ts';
import { ROOT } from './tools/root.ts';
import { runTool } from './tools/run-tool.ts';

/** `npm run lint`: style and mistakes by Biome, then who may import whom. */
const biome = await runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', ...process.argv.slice(2)]);

const graph = readImportGraph(ROOT);
const violations = [...checkImports(graph), ...checkDeclared(ROOT, graph.imports)];
for (const { where, rule, what, why } of violations) console.error(`✗ ${where}\n    ${what}  [${rule}]\n    ${why}`);
console.log(
  `imports: ${graph.files.length} files, ${graph.imports.length} imports, ${violations.length} refused 导入检查`,
);

process.exitCode = biome === 0 && violations.length === 0 ? 0 : 1;
