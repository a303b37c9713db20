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
