import type { AnyOperation, InputOf, ResultOf } from '@certbridge/shared/contract/operation.ts';
import type { Asked } from './asked.ts';

/** What a feature does for one operation. Its input has passed the contract; its output is checked once more on the way out. */
export type OperationHandler<O extends AnyOperation> = (input: InputOf<O>, asked: Asked) => Promise<ResultOf<O>>;
