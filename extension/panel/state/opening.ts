import { BUSINESSES, type BusinessName } from '@certbridge/shared/domain/business.ts';
import { channelId } from '@certbridge/shared/domain/channel-id.ts';

/** What the panel's own address asks for. It may come from a link, so it is checked like any other input. */
export interface Opening {
  readonly channelId: string | undefined;
  readonly business: BusinessName | undefined;
}

export function openingOf(search: string): Opening {
  const asked = new URLSearchParams(search);
  return {
    channelId: validChannelId(asked.get('channelId')),
    business: BUSINESSES.find((name) => name === asked.get('business')),
  };
}

export function validChannelId(value: unknown): string | undefined {
  const checked = channelId.safeParse(value);
  return checked.success ? checked.data : undefined;
}
