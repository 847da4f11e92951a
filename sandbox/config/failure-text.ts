import { USB_ERRORS, UsbError } from '../usb-port/usb-error.ts';
import { UserError } from './user-error.ts';

/** How a start that failed reads in the terminal, and the exit code that goes with it. */
export interface FailureText {
  readonly text: string;
  readonly exitCode: 1 | 2;
}

/** 2: a person can mend it, and the text says how. 1: it is our fault, and the stack says where. */
export function failureText(error: unknown): FailureText {
  if (error instanceof UserError) return { text: error.message, exitCode: 2 };
  if (error instanceof UsbError) {
    const { zh, en } = USB_ERRORS[error.code];
    return { text: `${error.message}\n${zh}\n${en}`, exitCode: 2 };
  }
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: 1 };
}
