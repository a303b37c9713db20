import { IMAGE_STATE } from '../reading/image-list.repository.js';

/** Images shown per visit; the others are in the list of the job's images. */
const MAX_IMAGES_PER_VISIT = 50;

/** OFFSET 0: each result is one look-up by its key, whatever statistics say of a job that was just submitted. */
const RESULT_AND_RUN = `
  LEFT JOIN LATERAL (
    SELECT * FROM image_results r WHERE r.job_id = i.job_id AND r.idx = i.idx AND r.run = i.run OFFSET 0
  ) AS r ON true
  LEFT JOIN LATERAL (SELECT * FROM job_runs n WHERE n.job_id = i.job_id AND n.run = i.run OFFSET 0) AS n ON true`;

/** The first images of a visit `v` of a job `j` as JSON; NULL once they were removed. */
export const VISIT_IMAGES = `
  SELECT json_agg(json_build_object('image_url', i.url, 'perimeter', r.perimeter, 'state', ${IMAGE_STATE}) ORDER BY i.idx) AS images
  FROM images i ${RESULT_AND_RUN}
  WHERE j.images_removed_at IS NULL AND i.job_id = v.job_id AND i.idx >= v.first_idx
    AND i.idx < v.first_idx + least(v.image_count, ${MAX_IMAGES_PER_VISIT})`;

/**
 * What became of the images of a visit `v` of a job `j`; the five add up to its `image_count`. Where every image was
 * measured, the counters of the job say so, and no image is looked at. Of a job whose images were removed nothing else is known.
 */
export const VISIT_COUNTS = `
  SELECT
    CASE WHEN j.settled_at IS NOT NULL AND j.failed + j.cancelled = 0 THEN v.image_count
      ELSE count(*) FILTER (WHERE r.state = 1)::int END AS measured,
    count(*) FILTER (WHERE r.state = 2)::int AS failed,
    count(*) FILTER (WHERE r.state = 3 OR (r.state IS NULL AND n.cancelled_at IS NOT NULL))::int AS cancelled,
    count(*) FILTER (WHERE r.state IS NULL AND n.cancelled_at IS NULL)::int AS pending,
    CASE WHEN j.images_removed_at IS NOT NULL AND j.failed + j.cancelled > 0 THEN v.image_count ELSE 0 END AS removed
  FROM images i ${RESULT_AND_RUN}
  WHERE NOT (j.settled_at IS NOT NULL AND j.failed + j.cancelled = 0) AND j.images_removed_at IS NULL
    AND i.job_id = v.job_id AND i.idx >= v.first_idx AND i.idx < v.first_idx + v.image_count`;
