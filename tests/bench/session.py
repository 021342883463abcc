"""One reader without a browser: speaks Streamlit's own WebSocket protocol.

It loads a page and asks for it again, and times each from the question to the end of
the run. It draws nothing: what a person feels is this and the browser's own work.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

TIMEOUT = 60
"""Seconds that one run of a page may take."""


@dataclass(slots=True)
class Timings:
    """Seconds by kind of run, bytes received, and what went wrong."""

    load: list[float] = field(default_factory=list)
    rerun: list[float] = field(default_factory=list)
    received: int = 0
    errors: list[str] = field(default_factory=list)


async def read(url: str, reruns: int, think: float, timings: Timings) -> None:
    """Load a page, then run it again some times, with pauses between."""
    parts = urlsplit(url)
    stream = f"ws://{parts.netloc}/_stcore/stream"
    origin = f"{parts.scheme}://{parts.netloc}"
    try:
        async with connect(
            stream,
            subprotocols=["streamlit"],  # type: ignore[list-item]
            additional_headers={"Origin": origin},
            max_size=None,
            proxy=None,
        ) as socket:
            page = await _timed(socket, _question(url, ""), timings.load, timings)
            for _ in range(reruns):
                await asyncio.sleep(think)
                await _timed(socket, _question(url, page), timings.rerun, timings)
    except (OSError, TimeoutError, RuntimeError) as problem:
        timings.errors.append(f"{type(problem).__name__}: {problem}")


def _question(url: str, page: str) -> BackMsg:
    """Build the message by which a browser asks for a page."""
    parts = urlsplit(url)
    message = BackMsg()
    message.rerun_script.query_string = parts.query
    message.rerun_script.page_script_hash = page
    message.rerun_script.page_name = "" if page else parts.path.strip("/")
    message.rerun_script.context_info.url = url
    message.rerun_script.context_info.locale = "zh-CN"
    message.rerun_script.context_info.timezone = "Asia/Shanghai"
    return message


async def _timed(
    socket: ClientConnection, question: BackMsg, into: list[float], timings: Timings
) -> str:
    """Ask once, read until the run has ended, and return the hash of the page."""
    began = time.perf_counter()
    await socket.send(question.SerializeToString())
    page = question.rerun_script.page_script_hash
    while True:
        raw = await asyncio.wait_for(socket.recv(), TIMEOUT)
        timings.received += len(raw)
        answer = ForwardMsg()
        answer.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
        kind = answer.WhichOneof("type")
        if kind == "navigation":
            page = answer.navigation.page_script_hash
        elif kind == "page_not_found":
            raise RuntimeError("page not found")
        elif kind == "delta" and answer.delta.new_element.HasField("exception"):
            timings.errors.append(answer.delta.new_element.exception.message)
        elif kind == "script_finished":
            into.append(time.perf_counter() - began)
            return page
