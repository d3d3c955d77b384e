"""A small stand-in for ChatGLM's remote code: it calls the same private helpers as the old files do, and no more.

Written for these cases; the class names are ChatGLM's because they show in the exceptions.
The first argument says what is tried.
"""

from __future__ import annotations

import json
import pathlib
import sys
import types

import torch
from transformers import GenerationMixin, PretrainedConfig, PreTrainedModel, PreTrainedTokenizer
from transformers.modeling_outputs import CausalLMOutputWithPast

LAYERS, WIDTH, VOCABULARY = 2, 8, 32
tried = sys.argv[1]


class ChatGLMConfig(PretrainedConfig):
    model_type = "chatglm"

    def __init__(self, seq_length=64, num_layers=LAYERS, **keywords):
        self.seq_length = seq_length
        self.num_layers = num_layers
        self.vocab_size = VOCABULARY
        super().__init__(**keywords)


class ChatGLMForConditionalGeneration(PreTrainedModel, GenerationMixin):
    config_class = ChatGLMConfig
    supports_gradient_checkpointing = True

    def __init__(self, config):
        super().__init__(config)
        if tried == "max-length":
            self.max_sequence_length = config.max_length
        self.word_embeddings = torch.nn.Embedding(VOCABULARY, WIDTH)
        self.output_layer = torch.nn.Linear(WIDTH, VOCABULARY, bias=False)
        if tried not in ("tied", "max-length"):
            # The old files never call it; from 5.0 nothing else can be reached without it.
            self.post_init()

    def _set_gradient_checkpointing(self, module, value=False):
        module.gradient_checkpointing = value

    def prepare_inputs_for_generation(self, input_ids, past_key_values=None, is_first_forward=True, **keywords):
        if not is_first_forward and past_key_values is not None:
            input_ids = input_ids[:, -1:]
        return {"input_ids": input_ids, "past_key_values": past_key_values}

    def forward(self, input_ids, past_key_values=None, return_dict=True, **keywords):
        hidden = self.word_embeddings(input_ids)
        if not past_key_values:
            past_key_values = [None] * LAYERS
        presents = ()
        for layer in range(LAYERS):
            key = value = hidden
            kv_cache = past_key_values[layer]
            if kv_cache is not None:
                cache_k, cache_v = kv_cache
                key, value = torch.cat([cache_k, key], 1), torch.cat([cache_v, value], 1)
            presents += ((key, value),)
            hidden = hidden + value.mean(1, keepdim=True)
        return CausalLMOutputWithPast(logits=self.output_layer(hidden), past_key_values=presents)

    def _update_model_kwargs_for_generation(
        self, outputs, model_kwargs, is_encoder_decoder=False, standardize_cache_format=False, **keywords
    ):
        if tried == "generate-updated":
            name, cache = self._extract_past_from_model_output(outputs)
            model_kwargs[name] = cache
        else:
            model_kwargs["past_key_values"] = self._extract_past_from_model_output(
                outputs, standardize_cache_format=standardize_cache_format
            )
        model_kwargs["is_first_forward"] = False
        return model_kwargs


class ChatGLMTokenizer(PreTrainedTokenizer):
    vocab_files_names = {}
    model_input_names = ["input_ids", "attention_mask", "position_ids"]

    def __init__(self, **keywords):
        letters = types.SimpleNamespace(vocab={chr(97 + index): index + 3 for index in range(26)})
        if tried == "sp-tokenizer":
            super().__init__(**keywords)
            self.sp_tokenizer = letters
        else:
            self.sp_tokenizer = letters
            super().__init__(**keywords)

    @property
    def vocab_size(self):
        return len(self.sp_tokenizer.vocab) + 3

    def get_vocab(self):
        return dict(self.sp_tokenizer.vocab)

    def _tokenize(self, text, **keywords):
        return list(text)

    def _convert_token_to_id(self, token):
        return self.sp_tokenizer.vocab.get(token, 0)

    def _convert_id_to_token(self, index):
        return chr(94 + index)

    def save_vocabulary(self, folder, filename_prefix=None):
        return ()

    @property
    def pad_token(self):
        return "<unk>"

    @property
    def pad_token_id(self):
        return 0

    @property
    def eos_token(self):
        return "</s>"

    def _pad(self, encoded_inputs, max_length=None, padding_strategy=None, pad_to_multiple_of=None,
             return_attention_mask=None):
        missing = (max_length or 4) - len(encoded_inputs["input_ids"])
        encoded_inputs["input_ids"] = [0] * missing + list(encoded_inputs["input_ids"])
        encoded_inputs["attention_mask"] = [0] * missing + [1] * (len(encoded_inputs["input_ids"]) - missing)
        return encoded_inputs


def model():
    torch.manual_seed(0)
    return ChatGLMForConditionalGeneration(ChatGLMConfig()).eval()


def generate():
    print(model().generate(torch.tensor([[3, 4, 5]]), max_new_tokens=4, do_sample=False))


def stream():
    """The part of stream_generate that asks transformers for its logits processors."""
    own = model()
    from transformers import GenerationConfig

    told = GenerationConfig(max_length=16, do_sample=True, temperature=0.8, top_p=0.8)
    print(own._get_logits_processor(
        generation_config=told, input_ids_seq_length=3, encoder_input_ids=torch.tensor([[3, 4, 5]]),
        prefix_allowed_tokens_fn=None, logits_processor=[],
    ))
    print(own._get_logits_warper(told))


def pad():
    print(ChatGLMTokenizer().pad([{"input_ids": [3, 4]}, {"input_ids": [3, 4, 5, 6]}], padding=True))


def tokenizer():
    print(ChatGLMTokenizer()("abc")["input_ids"])


def batch_encode():
    print(ChatGLMTokenizer().batch_encode_plus([[3, 4]], return_tensors="pt", is_split_into_words=True))


def checkpointing():
    model().gradient_checkpointing_enable()


def load():
    """from_pretrained of a saved state, as the remote code is loaded."""
    from safetensors.torch import save_file

    folder = pathlib.Path("model")
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps({"model_type": "chatglm", "seq_length": 64}))
    weights = {
        "word_embeddings.weight": torch.zeros(VOCABULARY, WIDTH),
        "output_layer.weight": torch.zeros(VOCABULARY, WIDTH),
    }
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    print(type(ChatGLMForConditionalGeneration.from_pretrained("model")))


def eos_token():
    """A tokenizer directory as save_pretrained writes it, read back."""
    ChatGLMTokenizer(eos_token="</s>")


{
    "generate": generate,
    "generate-updated": generate,
    "stream": stream,
    "pad": pad,
    "sp-tokenizer": tokenizer,
    "batch-encode": batch_encode,
    "checkpointing": checkpointing,
    "tied": load,
    "max-length": load,
    "eos-token": eos_token,
}[tried]()
