import '../platform/zod-jitless.ts';
import { panelContract } from '@certbridge/shared/contract/panel.ts';
import { Dispatcher } from '@certbridge/shared/rpc/dispatcher.ts';
import { browser } from '../platform/browser.ts';
import { clock } from '../platform/clock.ts';
import { createPortalRegistry } from '../portals/portal-registry.ts';
import { REGISTERED_PORTALS } from '../portals/registered-portals.ts';
import { createCommands } from './commands/commands.ts';
import { readConfig } from './config.ts';
import { servePort } from './doors/serve-port.ts';
import { mayCall } from './doors/who-may-call.ts';
import { logFault, logHostError } from './log.ts';
import { NativeClient } from './native-client/native-client.ts';
import { SharedKeyWatch } from './native-client/shared-key-watch.ts';
import { PageWatchers } from './page-watchers.ts';

const { version } = browser.runtime.getManifest();
const native = new NativeClient({
  runtime: browser.runtime,
  clock,
  random: Math.random,
  extensionVersion: version,
  report: logHostError,
});
const commands = createCommands({
  version,
  clock,
  config: readConfig(browser.runtime.getURL('config.json')),
  native,
  keys: new SharedKeyWatch(native, clock),
  pages: new PageWatchers(),
  openTab: (path) => browser.tabs.create({ url: browser.runtime.getURL(path) }),
});
const dispatcher = new Dispatcher({
  contract: panelContract,
  handlers: commands,
  admits: mayCall,
  clock,
  report: logFault,
});
const attestation = {
  extensionId: browser.runtime.id,
  extensionBase: browser.runtime.getURL(''),
  registry: createPortalRegistry(REGISTERED_PORTALS),
};

// Registered in the first turn of the event loop: a background that was woken by a port would otherwise miss it.
browser.runtime.onConnect.addListener((port) => servePort(port, dispatcher, attestation));
