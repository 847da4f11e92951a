/**
 * As strict as a careful public authority writes it: no frames, no inline script or style, no connection, and no
 * string may become markup (Trusted Types).
 */
export const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `style-src 'self'`,
  `script-src 'self'`,
  `img-src 'self'`,
  `frame-src 'none'`,
  `frame-ancestors 'none'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `require-trusted-types-for 'script'`,
].join('; ');
