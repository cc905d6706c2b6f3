import type { RequestHandler } from 'express';
import { Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

/** Measures how long requests take, by route (never by address: ids would make a series each) and status. */
export function measureRequests(metrics: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'parley_http_request_seconds',
    help: 'Seconds from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  });
  return (request, response, next) => {
    const stop = seconds.startTimer();
    response.on('finish', () => {
      const path: unknown = request.route?.path;
      stop({ method: request.method, route: typeof path === 'string' ? path : 'other', status: String(response.statusCode) });
    });
    next();
  };
}
