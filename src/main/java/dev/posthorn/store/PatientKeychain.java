package dev.posthorn.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a keychain without ever waiting for it longer than agreed: one that hangs is given up for the rest of the run.
final class PatientKeychain {

    private interface Call<T> {
        T on(Keychain keychain) throws SecretsTrouble;
    }

    private final Keychain.Probe probe;
    private final Duration find;
    private final Duration answer;
    private Optional<Keychain> found;
    private boolean silent;

    /// @param find   how long to look for one; a call is not made before somebody asks
    /// @param answer how long a call may take: the user may have to unlock the keychain first
    PatientKeychain(Keychain.Probe probe, Duration find, Duration answer) {
        this.probe = probe;
        this.find = find;
        this.answer = answer;
    }

    /// The name of the keychain; empty where there is none, or it does not answer.
    synchronized Optional<String> name() {
        return keychain().map(Keychain::name);
    }

    /// Whether there is one that does not answer in time.
    synchronized boolean silent() {
        return silent;
    }

    synchronized String get(String account) throws SecretsTrouble {
        return call(k -> k.get(account));
    }

    synchronized void put(String account, String value) throws SecretsTrouble {
        call(k -> {
            k.put(account, value);
            return account;
        });
    }

    synchronized void remove(String account) throws SecretsTrouble {
        call(k -> {
            k.remove(account);
            return account;
        });
    }

    private Optional<Keychain> keychain() {
        if (found == null) {
            try {
                found = within(find, probe::find);
            } catch (SecretsTrouble | ExecutionException e) {
                found = Optional.empty();
            }
        }
        return silent ? Optional.empty() : found;
    }

    private <T> T call(Call<T> call) throws SecretsTrouble {
        var keychain = keychain();
        if (keychain.isEmpty()) {
            throw new SecretsTrouble(silent ? "The keychain of this computer does not answer." : "This computer has no keychain that answers.");
        }
        try {
            return within(answer, () -> call.on(keychain.get()));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SecretsTrouble trouble ? trouble : new SecretsTrouble("The keychain failed: " + e.getCause() + ".", e.getCause());
        }
    }

    private <T> T within(Duration time, Callable<T> work) throws SecretsTrouble, ExecutionException {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().name("keychain").start(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | LinkageError e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            silent = true;
            throw new SecretsTrouble("The keychain of this computer did not answer within " + time.toSeconds() + " s; unlock it and start Posthorn again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SecretsTrouble("Interrupted while waiting for the keychain.", e);
        }
    }
}
