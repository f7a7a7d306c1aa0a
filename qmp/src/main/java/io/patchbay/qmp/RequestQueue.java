package io.patchbay.qmp;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The in-band requests of a session that enabled out-of-band commands: they run one after the other
 * in a thread of their own, so that the session can read on. Eight may wait; then so does reading.
 */
final class RequestQueue {

    private static final int MOST = 8;

    private final Consumer<Runnable> threads;
    private final BiConsumer<Request, RequestQueue> runner;
    private final ArrayDeque<Request> waiting = new ArrayDeque<>(MOST);
    private boolean running;

    /** {@code threads} starts a thread that may do what the runner does. */
    RequestQueue(Consumer<Runnable> threads, BiConsumer<Request, RequestQueue> runner) {
        this.threads = threads;
        this.runner = runner;
    }

    synchronized void put(Request request) {
        while (waiting.size() >= MOST) {
            pause();
        }
        waiting.add(request);
        if (!running) {
            running = true;
            threads.accept(this::run);
        }
    }

    /** Returns when every request has been run. */
    synchronized void awaitEmpty() {
        while (running) {
            pause();
        }
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void run() {
        for (var request = take(); request != null; request = take()) {
            runner.accept(request, this);
        }
    }

    private synchronized @Nullable Request take() {
        var next = waiting.poll();
        running = next != null;
        notifyAll();
        return next;
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException("nobody interrupts a session", unexpected);
        }
    }
}
