/**
 * Stands in for the global `Worker` that Node lacks: geotiff brings a replacement that mistakes the threads in which the
 * light tests run for workers of its own. In the service it is loaded in threads that are started with data, which is well.
 * @module
 */
Object.assign(globalThis, { Worker: class {} });
