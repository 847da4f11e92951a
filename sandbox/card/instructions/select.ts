import { CardRefusal, type Command, SW } from '../apdu.ts';
import type { Answer, Chip } from '../chip.ts';
import { fileExists, isKey, readFile } from '../files.ts';
import { tlv } from '../tlv.ts';

/** Application identifier of the SmartCard-HSM (card-sc-hsm.c). */
const APPLET = Buffer.from('e82b0601040181c31f0201', 'hex');
/** Options 0000, applet type unknown, version 3.5: OpenSC shows it as "SmartCard-HSM version 3.5". */
const APPLET_PROPERTIES = Buffer.from('0000ff0305', 'hex');
const BY_NAME = 0x04;
const BY_FILE_ID = 0x00;

export function select(chip: Chip, command: Command): Answer {
  if (command.p1 === BY_NAME) return selectApplet(chip, command.data);
  if (command.p1 !== BY_FILE_ID || command.data.length !== 2) throw new CardRefusal(SW.wrongParameters);
  const id = command.data.toString('hex').toUpperCase();
  if (!fileExists(chip, id)) throw new CardRefusal(SW.fileNotFound);
  chip.session.selectedFile = id;
  const size = Buffer.alloc(2);
  if (!isKey(id)) size.writeUInt16BE(readFile(chip, id).length);
  const control = [tlv(0x80, size), tlv(0x82, Buffer.from([0x01])), tlv(0x83, command.data)];
  return { status: SW.ok, data: tlv(0x6f, ...control) };
}

/** Selecting the applet again is how OpenSC logs out: the PIN must be shown anew. */
function selectApplet(chip: Chip, name: Buffer): Answer {
  if (!APPLET.equals(name)) throw new CardRefusal(SW.fileNotFound);
  chip.session.verified = false;
  chip.session.selectedFile = null;
  const control = [tlv(0x82, Buffer.from([0x38])), tlv(0x84, APPLET), tlv(0x85, APPLET_PROPERTIES)];
  return { status: SW.ok, data: tlv(0x6f, ...control) };
}
