import type { Condition, FirstReleases } from '../schema'

/** How a call refuses the arguments of a table, and since which release. */
export interface Refusal {
  /** The exception's line, as a regular expression's source; its one group is the argument. */
  message: string
  /** True where the installed release no longer takes the argument that the message names, or nothing is refused. */
  isGone: Condition
}

/**
 * What `callee` (a regular expression's source, without the parentheses) says to arguments that left it. The table has
 * the first release *without* each argument: what is newer than the installed release is therefore still accepted.
 */
export function refusal(callee: string, gone: FirstReleases): Refusal {
  const message = `${callee}\\(\\) got an unexpected keyword argument ['"\`](${Object.keys(gone.first).join('|')})['"\`]`
  return { message, isGone: { not: { needs: gone, word: message } } }
}

/**
 * The first transformers release whose `TrainingArguments` no longer has each field. Read in `training_args.py` of the
 * releases on either side of each step. `evaluation_strategy` is left out: it has a rule of its own.
 */
export const trainingArguments: FirstReleases = {
  package: 'transformers',
  first: {
    xpu_backend: '4.32.0',
    sharded_ddp: '4.35.0',
    dispatch_batches: '4.51.0',
    split_batches: '4.51.0',
    tp_size: '4.52.0',
    use_ipex: '4.57.0',
    adafactor: '5.0.0',
    fp16_backend: '5.0.0',
    fp16_opt_level: '5.0.0',
    fsdp_min_num_params: '5.0.0',
    fsdp_transformer_layer_cls_to_wrap: '5.0.0',
    half_precision_backend: '5.0.0',
    include_inputs_for_metrics: '5.0.0',
    include_tokens_per_second: '5.0.0',
    jit_mode_eval: '5.0.0',
    mp_parameters: '5.0.0',
    no_cuda: '5.0.0',
    overwrite_output_dir: '5.0.0',
    past_index: '5.0.0',
    per_gpu_eval_batch_size: '5.0.0',
    per_gpu_train_batch_size: '5.0.0',
    push_to_hub_model_id: '5.0.0',
    push_to_hub_organization: '5.0.0',
    push_to_hub_token: '5.0.0',
    ray_scope: '5.0.0',
    save_safetensors: '5.0.0',
    torchdynamo: '5.0.0',
    tpu_metrics_debug: '5.0.0',
    tpu_num_cores: '5.0.0',
    use_legacy_prediction_loop: '5.0.0',
    use_mps_device: '5.0.0',
    group_by_length: '5.2.0',
    logging_dir: '5.15.0',
    warmup_ratio: '5.15.0',
  },
}

/** The first trl release whose `SFTTrainer` no longer takes each argument. Read at every tag up to 1.9. */
export const sftTrainerArguments: FirstReleases = {
  package: 'trl',
  first: {
    chars_per_token: '0.13.0',
    dataset_batch_size: '0.13.0',
    dataset_kwargs: '0.13.0',
    dataset_num_proc: '0.13.0',
    dataset_text_field: '0.13.0',
    eval_packing: '0.13.0',
    infinite: '0.13.0',
    max_seq_length: '0.13.0',
    model_init_kwargs: '0.13.0',
    neftune_noise_alpha: '0.13.0',
    num_of_sequences: '0.13.0',
    packing: '0.13.0',
    model_init: '0.15.0',
    tokenizer: '0.16.0',
  },
}

/** The first trl release whose `SFTConfig` no longer has each field. Read at every tag up to 1.9. */
export const sftConfigArguments: FirstReleases = {
  package: 'trl',
  first: {
    chars_per_token: '0.18.0',
    dataset_batch_size: '0.18.0',
    num_of_sequences: '0.18.0',
    use_liger: '0.18.0',
    max_seq_length: '0.20.0',
  },
}

/** trl's other trainers gave `tokenizer` up between 0.14 (KTO) and 0.16 (DPO): the earliest is the bound. */
export const otherTrainerArguments: FirstReleases = { package: 'trl', first: { tokenizer: '0.14.0' } }
