/** The thread of `createGatherer`: one list, then its end. */
import { workerData } from 'node:worker_threads'
import { writeList, type GatherTask } from './gather.js'

writeList(workerData as GatherTask)
