import { checkPort } from './config/check-port.ts';
import { failureText } from './config/failure-text.ts';
import { makeReadyMessage, paymentSettings } from './config/make-ready-message.ts';
import type { SandboxKeys, SandboxReady } from './config/ready-message.ts';
import { readSettings } from './config/settings.ts';
import { stopRequest } from './config/stop-request.ts';
import { ensureDemoKeys } from './demo-keys/demo-keys.ts';
import { buildSandbox } from './http/build-sandbox.ts';
import { listen } from './http/listen.ts';
import { openInstitutions } from './open-institutions.ts';
import { openMessages } from './open-messages.ts';
import { openPayments } from './open-payments.ts';
import { createUsbPort } from './usb-port/usb-port.ts';
import { usbRoutes } from './usb-port/usb-routes.ts';

interface Running {
  readonly ready: SandboxReady;
  stop(): Promise<void>;
}

async function start(): Promise<Running> {
  const { port, dataDir, sdkFile } = readSettings(process.env);
  await checkPort(port);
  await ensureDemoKeys(dataDir);
  const usb = await createUsbPort({ dataDir });
  const messages = await openMessages();
  const institutions = openInstitutions();
  let listensOn = port;
  const payments = openPayments({
    onKeys: (accounts) => {
      const keys: SandboxKeys = { type: 'keys', payments: paymentSettings(listensOn, accounts) };
      process.send?.(keys);
    },
  });
  const stopParts = () => Promise.all([usb.stop(), messages.stop(), payments.stop()]);
  try {
    const routes = [usbRoutes(usb), messages.routes, institutions.routes, payments.routes];
    const server = await buildSandbox({ sdkFile, routes });
    listensOn = await listen(server, port);
    const ready = makeReadyMessage(listensOn, { env: usb.env, ...messages, ...institutions, ...payments });
    return {
      ready,
      async stop() {
        await server.close();
        await stopParts();
      },
    };
  } catch (error) {
    await stopParts();
    throw error;
  }
}

// Before the start, so that nobody who asks meanwhile is missed: pcscd must not outlive us.
const stopRequested = stopRequest();
try {
  const sandbox = await start();
  if (process.send) process.send(sandbox.ready);
  else console.log(`证桥沙箱 · CertBridge sandbox: ${sandbox.ready.url}`);
  await stopRequested;
  await sandbox.stop();
} catch (error) {
  const { text, exitCode } = failureText(error);
  console.error(text);
  process.exitCode = exitCode;
}
if (process.connected) process.disconnect();
