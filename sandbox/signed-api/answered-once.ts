import { ApiError } from './api-error.ts';
import { sha256 } from './signature.ts';

/** What a request id was answered is its answer for ever; for another content the id is refused. */
export class AnsweredOnce {
  readonly #answers = new Map<string, { readonly content: string; readonly answer: object }>();

  answer({ requestId, body }: { readonly requestId: string; readonly body: string }, work: () => object): object {
    const content = sha256(body);
    const earlier = this.#answers.get(requestId);
    if (earlier && earlier.content !== content) throw new ApiError('REQUEST_ID_REUSED');
    if (earlier) return earlier.answer;
    const answer = work();
    this.#answers.set(requestId, { content, answer });
    return answer;
  }
}
