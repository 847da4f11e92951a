/**
 * The extension's public key in the manifest fixes its id, so that the host's registration and the service's list of
 * origins hold for every build. Chrome and Edge derive the same id from the same key. The private half was thrown
 * away: the stores sign with their own.
 */
export const EXTENSION_PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAz+Vv7WARIrtQBwozAaV9i8n6mS68qDCmIKGaMOgYkissziL07HdJrFzCbpbk7wzxcoaNx1cCiQYmpAJwaWaE8kzUx8l8hV4mrpBmteAezWmeT+T1tcP0pY8/sz0cxy2dC8wKV3b/Ikrmtadr4QUzm8scOVSAmZTp1tVgB/hbuuwVPfo8cGdvUWO5/tDX+wjA+gtNC5kwMHaiNOoqNgoxA3RdpUhW8VkSuBEUkFTOGILbFlIsyE8OoyRl5XnR8bJnHNymdHOygpIeiBaBMfFQ86NMtJqJUxEdB33KzZbbaMtYj7maUxQWwJrKORBKjXwOXE0D6a+BqT+TL9ODu0gBoQIDAQAB';

export const EXTENSION_IDS = ['ckkgpkkkaaaljidhjgfgpdalhnaeoehl'] as const;
