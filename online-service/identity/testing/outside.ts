import { ProviderAway } from '../../signed-wire/provider-away.ts';
import type { IdentityProviders, TransferStanding } from '../identity-provider.ts';
import type { Answer, Question } from '../question.ts';

/** What happens to the next calls. Dying is a crash of our own process, before the request left or after it arrived. */
export type Weather = 'fine' | 'away' | 'too-late' | 'die-before' | 'die-after';

/** Bureau and bank in the test's hand: as theirs do, they carry each request id out once. */
export class Outside {
  weather: Weather = 'fine';
  /** The answer to questions that were not asked before. */
  answer: Answer | 'default' = 'default';
  standing: TransferStanding = 'under-way';
  readonly carriedOut = new Map<string, { readonly question: Question; readonly answer: Answer }>();
  calls = 0;
  /** Runs while a question is being asked. */
  meanwhile: () => Promise<unknown> = async () => undefined;

  get providers(): IdentityProviders {
    return {
      phone: { name: 'bureau', check: (id, elements) => this.#check(id, { way: 'phone', elements }) },
      bankCard: { name: 'bureau', check: (id, elements) => this.#check(id, { way: 'bank-card', elements }) },
      transfer: {
        name: 'bank',
        send: async (id, elements) =>
          (await this.#ask(id, { way: 'account-transfer', elements }, 'sent')) === 'sent' ? 'sent' : 'refused',
        standing: async () => {
          if (this.weather !== 'fine') throw new ProviderAway('unreachable');
          return this.standing;
        },
      },
    };
  }

  /** Every fen that has left. */
  get fens(): { readonly account: string; readonly remark: string }[] {
    return [...this.carriedOut.values()].flatMap(({ question, answer }) =>
      question.way === 'account-transfer' && answer === 'sent'
        ? [{ account: question.elements.account, remark: question.elements.remark }]
        : [],
    );
  }

  async #check(id: string, question: Question): Promise<'passed' | 'differs'> {
    return (await this.#ask(id, question, 'passed')) === 'passed' ? 'passed' : 'differs';
  }

  async #ask(id: string, question: Question, usual: Answer): Promise<Answer> {
    this.calls += 1;
    if (this.weather === 'die-before') throw new Error('died before the call');
    if (this.weather === 'away') throw new ProviderAway('unreachable');
    await this.meanwhile();
    const answer = this.carriedOut.get(id)?.answer ?? (this.answer === 'default' ? usual : this.answer);
    this.carriedOut.set(id, { question, answer });
    if (this.weather === 'die-after') throw new Error('died after the call');
    if (this.weather === 'too-late') throw new ProviderAway('too-slow');
    return answer;
  }
}
