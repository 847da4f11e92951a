/** The one kind of port between our parts and the background; who speaks is attested, not named. */
export const PORT_NAME = 'certbridge';
